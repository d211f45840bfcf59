import { LightningElement, api } from 'lwc';
import { components } from 'virtual:components';
import { textLanguage } from '../../../runtime/context';
import { texts } from '../../../runtime/texts';

/** Loads a component of the project and shows it as the whole page. */
export default class ComponentPage extends LightningElement {
  readonly texts = texts();
  private wanted = '';
  /** What the component is given, as a record page gives its record. */
  @api props: Readonly<Record<string, unknown>> = {};
  page: unknown = null;
  failure = '';
  /** The shell speaks English, a component perhaps not: whoever reads it aloud must know. */
  /** What nobody translated is taken for English, whatever the shell speaks. */
  readonly language = textLanguage() ?? 'en';

  @api
  get name(): string {
    return this.wanted;
  }
  set name(value: string) {
    if (value === this.wanted) return;
    this.wanted = value;
    void this.load(value);
  }

  /** A component that breaks must leave words behind, not an empty page. */
  errorCallback(error: Error): void {
    this.page = null;
    this.failure = error.message;
    // told on the console too, with its stack, for whoever writes the component
    reportError(error);
  }

  private async load(name: string): Promise<void> {
    this.page = null;
    this.failure = '';
    const loader = components[name];
    if (!loader) {
      this.failure = `The project has no exposed Lightning web component called ${name}.`;
      return;
    }
    try {
      const loaded = await loader();
      if (name === this.wanted) this.page = loaded.default;
    } catch (error) {
      if (name === this.wanted) this.failure = error instanceof Error ? error.message : String(error);
    }
  }
}
