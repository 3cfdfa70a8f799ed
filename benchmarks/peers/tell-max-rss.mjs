// Loaded before a command (`node --import`): at its end it tells its peak memory in bytes on file descriptor 3.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  // The operating system counts in kibibytes.
  writeSync(3, String(process.resourceUsage().maxRSS * 1024));
});
