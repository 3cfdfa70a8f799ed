// What Neurofab's own packages share beside `index.ts`. It may change with any version.
export { CRC_OF_BYTE, CRC_START, crcAfter } from './bytes/crc32.ts';
export { joined } from './bytes/joined.ts';
export { described } from './files/described.ts';
export { type GatheredPart, gatherParts } from './files/gather-parts.ts';
export { recipeOf } from './files/recipe-of.ts';
export { PIECE_GAP } from './layout/blocks.ts';
export { type BrailleFit, brailleFit } from './layout/braille/braille-fit.ts';
export { BRAILLE_GAPS, brailleLine, brailleSolids, DOT_SIZES } from './layout/braille/braille-line.ts';
export { touchSentences } from './layout/braille/touch-sentences.ts';
export { isBaseLoose } from './layout/is-base-loose.ts';
export { dowelsOf, LEAST_DOWELED_NODE } from './layout/modes/dowels.ts';
export { CUTS, cutDepth, thinnestRadius } from './layout/modes/flat.ts';
export { type Foot, footOf, pegs, socket } from './layout/modes/foot.ts';
export { FOOT_SIZES, pegLengthOf } from './layout/modes/foot-sizes.ts';
export { circle, LEAST_SIDES, rectangle, standing } from './layout/modes/polygon.ts';
export { TAG_SIZES } from './layout/modes/tags.ts';
export { wholeLayers } from './layout/modes/whole-layers.ts';
export { colorBy, countColors, fitSlots, type PartColors } from './layout/part-colors.ts';
export { drawnTextHeight } from './layout/text/drawn-height.ts';
export { FRONT_GAP } from './layout/text/in-front.ts';
export { NAME_GAP, type NameLine, nameLines, ROW_GAP, TAG_MARGIN } from './layout/text/name-lines.ts';
export { namesOf, textsOf } from './layout/text/names-of.ts';
export {
  centred,
  drawnOutline,
  letterRise,
  letterSolids,
  TEXT_SIZES,
  textOutline,
} from './layout/text/text-line.ts';
export { findPieces } from './mesh/find-pieces.ts';
export { joinBounds, NO_BOUNDS } from './mesh/mesh.ts';
export { placeMesh } from './mesh/place-mesh.ts';
export { circleSegments, sphereRings } from './mesh/resolution.ts';
export { rootOf } from './mesh/root-of.ts';
export { countShells } from './mesh/shells.ts';
export { crossAxes, flatSideStart, triangleCount } from './mesh/tessellate.ts';
export { unitCircle } from './mesh/unit-circle.ts';
export { layerLabel, layerSizes } from './network/network-of.ts';
export { shownInWords, shownSentences } from './network/shown-in-words.ts';
export { CLAMPING, type Drawing, drawWeights, THICKNESS_BY, type Thickness } from './network/thickness.ts';
export { rememberOf } from './remember.ts';
export { moveSolid, placeSolid } from './scene/move-solid.ts';
export { compose, IDENTITY, inverse, isIdentity, place, QUARTER_TURN, shift } from './scene/placement.ts';
export { countPlates, countSlots, isCut, partSolids } from './scene/scene.ts';
export { pieceBounds, solidsBounds } from './scene/scene-bounds.ts';
export { cross, dot, minus } from './scene/vector.ts';
export { baseRadiusFor, minBaseRadius, postRadius } from './spec/base.ts';
export { cleanName } from './spec/clean-name.ts';
export { COLOR_NAMES } from './spec/color.ts';
export { hasDefaultName } from './spec/default-name.ts';
export { fieldHelp } from './spec/field-help.ts';
export { fieldFromText, fieldText } from './spec/field-text.ts';
export { type Draft, FIELDS, type Field, type FieldPath, type Kind, putAt, valueAt } from './spec/fields.ts';
export { LABEL_KINDS, type LabelKind, wantsLabels } from './spec/labels.ts';
export { ELLIPSIS, layerFromText, layerSize, layerText, shownCount } from './spec/layers.ts';
export { layersFromText, splitLayers } from './spec/layers-from-text.ts';
export { brailleIn, outlineIn } from './spec/lettering.ts';
export { MODE_TRAITS, type ModeTraits } from './spec/modes.ts';
export { fieldNames, networkSpecSchema } from './spec/network-schema.ts';
export { isSigned, thickestConnection, thicknessOf, thinnestConnection } from './spec/network-spec.ts';
export { ownFromWord, ownWord } from './spec/own-values.ts';
export { defaultsOf } from './spec/parse-network-spec.ts';
export { shortRecipe, shortRecipeKeeps } from './spec/short-recipe.ts';
export { show } from './spec/show.ts';
export { isObject } from './spec/spec-error.ts';
export { specAt, specWith } from './spec/spec-with.ts';
export { formatCount, formatDecimal, formatMeasure } from './text/decimal.ts';
export { fileStem } from './text/file-stem.ts';
export { parseNumber } from './text/parse-number.ts';
export { readDecimal } from './text/read-decimal.ts';
export { toJson } from './text/to-json.ts';
export { type TakeTurn, takeTurns } from './turns.ts';
