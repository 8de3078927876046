package cn.bidui.architecture.planted.person.util;

/** Lies in a package named after a layer. */
final class Odds {}
