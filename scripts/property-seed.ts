import fc from 'fast-check';

// CI judges a change, not the luck of a draw: it sees the same cases each time. Everywhere else each run draws new ones.
if (process.env.CI === 'true') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_122 });
