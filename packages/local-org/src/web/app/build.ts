/**
 * Compiles the browser side. The server publishes `outDir` under `/_lwc/` (names under `vendor/` and `*-<hash>.js` never change),
 * the icons and styles of the design system under `/_slds/`, and sends `outDir/app/index.html` for every address under `/lightning`.
 */
export { buildApp, type AppBuild } from './build/app';
export { runBuild } from './build/main';
export { buildVendor, type BuildPlace, type VendorBuild } from './build/vendor';
