package cn.bidui.architecture.planted.normalize;

import org.apache.poi.ss.usermodel.Workbook;

/** Uses a library that is listed for other rooms only. */
interface OpensWorkbooks {
  int sheets(Workbook workbook);
}
