/** Classes that the snippets name. */
// prettier-ignore
export default [
  '@IsTest private class CorpusTest { public class In {} private class Pin {} public static void run() {} public enum E {A} public interface I {} public static final Integer N = 1; @TestVisible private class Shown {} }',
  '@IsTest public class CorpusOpenTest { public class In {} private class Pin {} public static void run() {} }',
  'public abstract class CorpusBase { protected final String a; protected final Integer b = 1; private final Integer c; public final Integer d; protected virtual void hook() {} }',
  'public virtual class CorpusVirtual { protected final Integer x; public final Integer y; protected Integer z { get; private set; } }',
  'public virtual class CorpusHiding { public static CorpusStatus Test { get; set; } public static String Math; public CorpusStatus Limits { get; set; } public static CorpusStatus Crypto { get { return null; } private set; } }',
  'public enum CorpusKind { A, B }',
  'public class CorpusStatus { public static final Integer ACTIVE = 1; public static Integer size() { return 1; } public class Inner {} public Integer own; }',
];
