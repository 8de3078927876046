package cn.bidui.architecture.planted.judge;

import org.springframework.context.ApplicationContext;

/** Brings Spring into a stage. */
interface AsksTheContext {
  String ask(ApplicationContext context);
}
