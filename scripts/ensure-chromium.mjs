/** Makes sure that a Chromium is there for the browser tests; installs Debian's where that is possible, else says what to do. */
import { ensureTool } from './ensure-tool.mjs';

ensureTool({
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome'],
  debianPackages: ['chromium'],
});
