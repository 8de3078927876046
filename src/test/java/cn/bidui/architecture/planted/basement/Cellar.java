package cn.bidui.architecture.planted.basement;

/** Lies in a package that is no room. */
final class Cellar {}
