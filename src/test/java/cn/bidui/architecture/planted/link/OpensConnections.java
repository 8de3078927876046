package cn.bidui.architecture.planted.link;

import java.sql.Connection;

/** Talks to a database from a stage. */
interface OpensConnections {
  Connection open();
}
