import { LightningElement, api } from 'lwc';

const SIZES = ['xx-small', 'x-small', 'small', 'medium', 'large'];
const VARIANTS: Readonly<Record<string, string>> = {
  error: 'slds-icon-text-error',
  warning: 'slds-icon-text-warning',
  success: 'slds-icon-text-success',
  inverse: '',
  bare: '',
};

/**
 * Stands in for the package's primitive icon: same attributes and classes, but the picture comes from the design system's sprite,
 * so that 1,700 icon templates need not be compiled.
 */
export default class PrimitiveIcon extends LightningElement {
  @api iconName: string | undefined;
  @api src: string | undefined;
  @api svgClass: string | undefined;
  @api size: string | undefined;
  @api variant: string | undefined;

  get parts(): RegExpMatchArray | null {
    return /^(action|custom|doctype|standard|utility):(\w+)$/.exec(this.iconName ?? '');
  }

  get key(): string {
    return this.parts?.[2] ?? '';
  }

  get href(): string {
    if (this.src) return this.src;
    return this.parts ? `/_slds/icons/${this.parts[1]}-sprite/svg/symbols.svg#${this.parts[2]}` : '';
  }

  get computedClass(): string {
    const size = SIZES.includes(this.size ?? '') ? this.size : 'medium';
    const variant = this.variant ?? '';
    return [
      this.svgClass,
      variant === 'bare' ? '' : 'slds-icon',
      VARIANTS[variant] ?? (this.src ? '' : 'slds-icon-text-default'),
      size === 'medium' ? '' : `slds-icon_${size}`,
    ]
      .filter(Boolean)
      .join(' ');
  }
}
