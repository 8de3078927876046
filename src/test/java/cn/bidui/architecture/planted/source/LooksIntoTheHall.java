package cn.bidui.architecture.planted.source;

import cn.bidui.architecture.planted.Bystander;

/** Imports from the base package, which nobody may. */
interface LooksIntoTheHall {
  Bystander look();
}
