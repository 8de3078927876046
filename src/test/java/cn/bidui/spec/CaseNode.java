package cn.bidui.spec;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a file of cases that knows where it stands. Every value is text, as it is written. */
record CaseNode(String file, Node node) {

  static CaseNode read(Path path) {
    try {
      return read(String.valueOf(path.getFileName()), Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static CaseNode read(String file, String text) {
    return new CaseNode(file, new Yaml().compose(new StringReader(text)));
  }

  CaseMistake mistake(String words) {
    return new CaseMistake(file + " 第 " + line() + " 行", words);
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw mistake("这里应是一个值");
  }

  List<CaseNode> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::at).toList();
    }
    throw mistake("这里应是一组，写成 - 开头的几行，或 []");
  }

  List<String> texts() {
    return list().stream().map(CaseNode::text).toList();
  }

  /** Its keys in their order; one that stands twice is a mistake. */
  Map<String, CaseNode> map() {
    if (!(node instanceof MappingNode mapping)) {
      throw mistake("这里应是几个“名称: 内容”");
    }
    Map<String, CaseNode> map = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      CaseNode key = at(tuple.getKeyNode());
      if (map.put(key.text(), at(tuple.getValueNode())) != null) {
        throw key.mistake("“" + key.text() + "”写了两次");
      }
    }
    return map;
  }

  /** As {@link #map()}; any key that is not {@code known} is a mistake. */
  Map<String, CaseNode> map(List<String> known) {
    Map<String, CaseNode> map = map();
    map.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw value.mistake("不认得“" + key + "”；可以写：" + String.join("、", known));
          }
        });
    return map;
  }

  CaseNode need(Map<String, CaseNode> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow(() -> mistake("缺少“" + key + "”"));
  }

  private CaseNode at(Node other) {
    return new CaseNode(file, other);
  }
}
