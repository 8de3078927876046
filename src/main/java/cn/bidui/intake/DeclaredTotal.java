package cn.bidui.intake;

/**
 * A total that a list states of itself and that is not what stands in it.
 *
 * @param row where it is stated; 0 for a title
 * @param declared the number of rows, or yuan
 * @param found what the rows come to
 */
public record DeclaredTotal(String sheet, int row, String declared, String found) {}
