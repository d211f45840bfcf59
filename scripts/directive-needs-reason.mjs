const DIRECTIVE = /^eslint-disable(?:-next-line|-line)?\b/;
const REASON = /\s-{2,}\s+\S/;

/** ESLint rule: whoever switches rules off says why behind `--`. */
export const directiveNeedsReason = {
  meta: {
    type: 'suggestion',
    docs: { description: 'require a reason behind -- in every eslint-disable' },
    schema: [],
    messages: { reason: 'Say why this rule is switched off: "{{directive}} -- the reason".' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const directive = comment.value.trim();
          if (DIRECTIVE.test(directive) && !REASON.test(directive))
            context.report({ loc: comment.loc, messageId: 'reason', data: { directive } });
        }
      },
    };
  },
};
