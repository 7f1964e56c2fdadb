package org.answerable.organisation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a new one will stand beside, as the start would read them together. */
final class Neighbours {
  private final List<Path> others;

  private Neighbours(List<Path> others) {
    this.others = others;
  }

  static Neighbours in(Path folder, Path without) throws IOException {
    return new Neighbours(
        OrganisationFolder.files(folder).stream().filter(file -> !file.equals(without)).toList());
  }

  /** Reads a new file as the start does, with every variable that it names set. */
  OrganisationFile.Result read(Path file, String yaml, boolean demo) throws IOException {
    Instance instance = instance(demo);
    for (Path other : others) {
      OrganisationFolder.readOne(other, instance); // takes its channels' ids
    }
    return OrganisationFile.read(file.toString(), yaml, instance);
  }

  /** The files that only a demo can start with. */
  List<Path> demos() throws IOException {
    var demos = new ArrayList<Path>();
    for (Path other : others) {
      if (OrganisationFolder.readOne(other, instance(true)) instanceof OrganisationFile.Read read
          && !read.organisation().channels(ChannelConfig.Simulator.class).isEmpty()) {
        demos.add(other);
      }
    }
    return demos;
  }

  private static Instance instance(boolean demo) {
    return new Instance(demo, name -> Instance.UNSEEN);
  }
}
