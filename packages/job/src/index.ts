export {
  type Asked,
  type AskedOutput,
  revise,
  SHOW,
  type Show,
  SPLITS,
  type Split,
} from './asked/asked.ts';
export { isUnlettered, lettered, letteredIn } from './asked/lettered.ts';
export { askedIn, settingsOf } from './asked/settings.ts';
export { type Settled, settle } from './asked/settle.ts';
export { COUPON_SIZES } from './coupon/coupon-sizes.ts';
export { type CouponPlan, planCoupon } from './coupon/plan-coupon.ts';
export {
  areOneSize,
  type ComparedMode,
  type CompareOptions,
  compareModes,
  isSound,
  leastMode,
  plannedInMode,
} from './estimate/compare-modes.ts';
export { estimatePrint } from './estimate/estimate-print.ts';
export { type EstimatedPrints, estimatePrints } from './estimate/estimate-prints.ts';
export { type PrinterPrint, type TotalPrint, totalPrints } from './estimate/total-prints.ts';
export type { JoiningEstimate } from './findings/estimate-joining.ts';
export {
  type Finding,
  type Level,
  type Remedy,
  refusals,
} from './findings/finding.ts';
export { withRemedy } from './findings/with-remedy.ts';
export {
  type FileStart,
  FORMATS,
  type Format,
  type FormatOptions,
  formatNames,
  formatOf,
  type ReadableBackend,
} from './formats.ts';
export { decodeText } from './open/decode-text.ts';
export { isJson } from './open/is-json.ts';
export { OpenError, type OpenErrorKind } from './open/open-error.ts';
export { OPEN_LIMITS, type OpenedFile, openFile } from './open/open-file.ts';
export { type OpenedModel, type OpenOptions, openModel } from './open/open-model.ts';
export { parseJson } from './open/parse-json.ts';
export { parseSpec } from './open/parse-spec.ts';
export { backendFor, type ModelBytes, readModel } from './open/read-model.ts';
export type { SavedNetwork, SavedWarning } from './open/saved-network.ts';
export { examined } from './plan/examined.ts';
export type { MergedPart } from './plan/merged-parts.ts';
export { type NetworkInForce, networkInForce } from './plan/network-in-force.ts';
export { numbered } from './plan/numbered.ts';
export type { PlannedFile } from './plan/plan-files.ts';
export { draftJob, type Plan, type PlanOptions, planJob } from './plan/plan-job.ts';
export { type Portion, pieceName } from './plan/portions.ts';
export { safeFileName } from './plan/safe-file-name.ts';
export { type Standing, standing } from './plan/standing.ts';
export { usualName } from './plan/usual-name.ts';
export { arrangePlates, type NetworkPlan, type Place, type PlateLayout } from './plates/arrange-plates.ts';
export { holdsPlates, type PlanPlateOptions, type PlatePlan, planPlate } from './plates/plan-plate.ts';
export { plateNumbers } from './plates/plate-numbers.ts';
export { type AskedPlate, plateOf } from './plates/plate-of.ts';
export { platePrint } from './plates/plate-print.ts';
export {
  type PlacedNetwork,
  type PlateNetwork,
  type PlateScene,
  type PlateSceneOptions,
  plateScene,
} from './plates/plate-scene.ts';
export {
  type BodyContents,
  type FileContents,
  type RenderedFile,
  type RunnablePlan,
  type RunOptions,
  renderPlan,
} from './render/render-plan.ts';
