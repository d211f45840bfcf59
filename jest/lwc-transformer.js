const lwc = require('@lwc/jest-transformer');

/** The LWC transformer names the source in its map by bare file name, which loses the coverage of .ts components. */
module.exports = {
  ...lwc,
  process(source, file, options) {
    const out = lwc.process(source, file, options);
    if (!out.map) return out;
    const map = typeof out.map === 'string' ? JSON.parse(out.map) : out.map;
    return {
      code: out.code.replace(/\/\/# sourceMappingURL=data:[^\n]*$/gm, ''),
      map: { ...map, sources: map.sources.map(() => file) },
    };
  },
};
