import { ApexList } from '../kernel/collections';
import { fail, need } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { compileRegex, replaceMatches, splitText, type JavaRegex, type Match } from '../kernel/regex';
import { members, merge, type Theme } from './registry';

class Pattern extends NativeObject {
  override readonly apexType = 'System.Pattern';
  readonly regex: JavaRegex;
  constructor(source: string) {
    super();
    this.regex = compileRegex(source);
  }
  override toString(): string {
    return this.regex.source;
  }
}

/** java.util.regex.Matcher with anchoring, opaque bounds (the defaults): the region is all that the pattern sees. */
class Matcher extends NativeObject {
  override readonly apexType = 'System.Matcher';
  pattern: Pattern;
  text: string;
  from = 0;
  to: number;
  /** Where the next find starts, relative to the region. */
  next = 0;
  /** End of the last replacement of a find loop. */
  last: Match | null = null;

  constructor(pattern: Pattern, text: string) {
    super();
    this.pattern = pattern;
    this.text = text;
    this.to = text.length;
  }
  get region(): string {
    return this.from === 0 && this.to === this.text.length ? this.text : this.text.slice(this.from, this.to);
  }
  reset(): this {
    this.from = 0;
    this.to = this.text.length;
    this.next = 0;
    this.last = null;
    return this;
  }
  keep(match: Match | null): boolean {
    this.last = match;
    if (match) this.next = match.end > match.start ? match.end : match.end + 1;
    return match !== null;
  }
  find(): boolean {
    if (this.next > this.to - this.from) return this.keep(null);
    const found = this.pattern.regex.find(this.region, this.next);
    if (!found) this.next = this.to - this.from + 1;
    return this.keep(found);
  }
  match(): Match {
    return this.last ?? fail('System.StringException', 'No match found');
  }
  span(group: number): readonly [number, number] {
    this.checkGroup(group);
    const [start, end] = this.match().span(group);
    return start < 0 ? [-1, -1] : [start + this.from, end + this.from];
  }
  checkGroup(group: number): void {
    if (group < 0 || group > this.pattern.regex.groupCount) fail('System.StringException', `No group ${group}`);
  }
}

const quote = (text: string): string => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`;

const patterns: Theme = members('System.Pattern', {
  'compile/1': (source: string) => new Pattern(need(source)),
  'matches/2': (source: string, text: string) => compileRegex(need(source)).whole(need(text), 0) !== null,
  'quote/1': (text: string) => quote(need(text)),
  'matcher/1': (pattern: Pattern, text: string) => new Matcher(pattern, need(text)),
  'pattern/0': (pattern: Pattern) => pattern.regex.source,
  'split/1': (pattern: Pattern, text: string) => ApexList.ofType('String', splitText(pattern.regex, need(text))),
  'split/2': (pattern: Pattern, text: string, limit: number) =>
    ApexList.ofType('String', splitText(pattern.regex, need(text), need(limit))),
});

const matchers: Theme = members('System.Matcher', {
  'quoteReplacement/1': (text: string) => need(text).replace(/[\\$]/g, '\\$&'),
  'matches/0': (matcher: Matcher) => matcher.keep(matcher.pattern.regex.whole(matcher.region, 0)),
  'lookingAt/0': (matcher: Matcher) => matcher.keep(matcher.pattern.regex.lookAt(matcher.region, 0)),
  'find/0': (matcher: Matcher) => matcher.find(),
  'find/1': (matcher: Matcher, start: number) => {
    if (need(start) < 0 || start > matcher.text.length) fail('System.StringException', 'Illegal start index');
    matcher.reset().next = start;
    return matcher.find();
  },
  'group/0': (matcher: Matcher) => matcher.match().groups[0],
  'group/1': (matcher: Matcher, group: number) => {
    const match = matcher.match();
    matcher.checkGroup(need(group));
    return match.groups[group] ?? null;
  },
  'groupCount/0': (matcher: Matcher) => matcher.pattern.regex.groupCount,
  'start/0': (matcher: Matcher) => matcher.match().start + matcher.from,
  'start/1': (matcher: Matcher, group: number) => matcher.span(need(group))[0],
  'end/0': (matcher: Matcher) => matcher.match().end + matcher.from,
  'end/1': (matcher: Matcher, group: number) => matcher.span(need(group))[1],
  'pattern/0': (matcher: Matcher) => matcher.pattern,
  'usePattern/1': (matcher: Matcher, pattern: Pattern) => {
    matcher.pattern = need(pattern);
    matcher.last = null;
    return matcher;
  },
  'region/2': (matcher: Matcher, from: number, to: number) => {
    if (from < 0 || to > matcher.text.length || from > to) fail('System.StringException', 'start');
    matcher.reset();
    matcher.from = from;
    matcher.to = to;
    return matcher;
  },
  'regionStart/0': (matcher: Matcher) => matcher.from,
  'regionEnd/0': (matcher: Matcher) => matcher.to,
  'reset/0': (matcher: Matcher) => matcher.reset(),
  'reset/1': (matcher: Matcher, text: string) => {
    matcher.text = need(text);
    return matcher.reset();
  },
  'replaceAll/1': (matcher: Matcher, replacement: string) =>
    replaceMatches(matcher.pattern.regex, matcher.reset().text, need(replacement), false),
  'replaceFirst/1': (matcher: Matcher, replacement: string) =>
    replaceMatches(matcher.pattern.regex, matcher.reset().text, need(replacement), true),
  'hasAnchoringBounds/0': () => true,
  'hasTransparentBounds/0': () => false,
});

/** `Pattern` and `Matcher`. */
export const patternsAndMatchers: Theme = merge(patterns, matchers);
