import { formatCount, formatDecimal } from '@neurofab/core/internal';
import { PROCESSES } from '@neurofab/printers';
import type { NodePlace, PrintFinding, ThinConnections, Where } from '@neurofab/printing';
import { capitalized } from '../capitalized.ts';
import { millimetres } from '../millimetres.ts';

/** What may go wrong with a print, as a sentence. */
export function printProblemText(finding: PrintFinding): string {
  const { value, limit, where } = finding;
  switch (finding.code) {
    case 'thin-connections':
      return capitalized(thinText(finding));
    case 'narrow-contact':
      return `Connections touch the bed over ${millimetres(value)} of their width, and two lines of filament, which hold on, take ${millimetres(limit)}.`;
    case 'few-sides':
      return `Circles have ${value} sides, and with fewer than ${limit}, other than four, flanks of a network that lies may lean out by more than 45°.`;
    case 'slender-connection':
      return `Connections are free over ${times(value)} their thickness, ${connectionText(where)} first of all: from ${times(limit)} on a push breaks them.`;
    case 'bridge':
      return `Level connections span ${millimetres(value)} with nothing under them, ${connectionText(where)} first of all, and filament sags from ${millimetres(limit)} on.`;
    case 'fusing-connections':
      return `${gapText(value)}, ${connectionText(where)}: they come out as one where less than ${millimetres(limit)} is between them.`;
    case 'thin-posts':
      return `Posts and pegs are ${millimetres(value)} thick, and filament that thin breaks: ${millimetres(limit)} holds.`;
    case 'slender-post':
      return `The post under ${nodeText(where?.node)} is ${times(value)} as long as it is thick: from ${times(limit)} on it sways while it is printed.`;
    case 'loose-pegs':
      return `Pegs tilt in their sockets by ${formatDecimal(value, 2)}°, where ${degrees(limit)} looks upright: glue holds them.`;
    case 'tight-pegs':
      return `Pegs have ${millimetres(value)} of room on each side, and filament is not laid down so exactly: from ${millimetres(limit)} on they go in.`;
    case 'high-layers':
      return `Layers of ${millimetres(value)} are too high for the nozzle, which lays down ${millimetres(limit)} at most.`;
    case 'no-whole-layers':
      return `Layers of ${millimetres(value)} are too high for connections to end with a whole one: they are cut in the middle of it.`;
    case 'islands':
      return `${value === 1 ? 'A place begins' : `${formatCount(value)} places begin`} in mid-air, ${placeText(where)}: turn supports on.`;
    case 'overhang':
      return `${formatDecimal(value, 0)} mm² hang over by more than 45°, most of it ${placeText(where)}: turn supports on.`;
    case 'little-contact':
      return `Only ${formatDecimal(value, 0)} mm² touch the bed${where?.piece === undefined ? '' : ` under ${where.piece}`}, and less than ${formatDecimal(limit, 0)} mm² comes off easily: add a brim.`;
    case 'tips-over':
      return `The model tips over at ${degrees(value)}, and stands well from ${degrees(limit)} on.`;
    case 'much-purge':
      return `Changing filament throws away about ${formatDecimal(value, 0)} g, more than the ${formatDecimal(limit, 0)} g that are printed.`;
    case 'closed-hollows':
      return `${value === 1 ? 'A hollow has' : `${formatCount(value)} hollows have`} no way out: what is not printed stays in there.`;
    case 'thin-walls':
      return `${formatDecimal(value, 1)} mm³ of walls are thinner than ${millimetres(limit)}, most of them ${placeText(where)}: slicers leave them out.`;
    default:
      throw unknownFinding(finding);
  }
}

/** Connections that break, as a clause. */
export function thinText({ value, limit, process, isOwn }: ThinConnections): string {
  const whose = isOwn ? 'your own values for this printer say' : `${PROCESSES[process].label} needs`;
  return `connections would be ${millimetres(value)} thick, and ${whose} ${millimetres(limit)}.`;
}

function gapText(value: number): string {
  return value < 0
    ? 'Connections that do not cross run into each other'
    : `Connections that do not cross come within ${millimetres(value)} of each other`;
}

function placeText({ node, at }: Where = {}): string {
  return [
    ...(at === undefined ? [] : [`at z = ${formatDecimal(at[2], 1)}`]),
    ...(node === undefined ? [] : [`near ${nodeText(node)}`]),
  ].join(' ');
}

function connectionText({ connections = [] }: Where = {}): string {
  return connections.map(([from, to]) => `the one from ${nodeText(from)} to ${nodeText(to)}`).join(' and ');
}

function nodeText(place: NodePlace | undefined): string {
  return place === undefined ? 'a node' : `node ${place.node + 1} of layer ${place.layer + 1}`;
}

function times(value: number): string {
  return `${formatDecimal(value, 0)} times`;
}

function degrees(angle: number): string {
  return `${formatDecimal(angle, 1)}°`;
}

function unknownFinding(finding: never): Error {
  return new Error(`Unknown finding: ${JSON.stringify(finding)}`);
}
