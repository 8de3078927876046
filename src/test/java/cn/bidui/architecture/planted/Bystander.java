package cn.bidui.architecture.planted;

/** Stands in the base package, where only the application may. */
public final class Bystander {}
