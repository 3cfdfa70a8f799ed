import { laterVersion } from './later.ts';

postMessage(laterVersion);
