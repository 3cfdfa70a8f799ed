import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const [, , finished, file] = process.argv;
writeFileSync(file, readFileSync(finished).slice());
