import type { Numbers } from '../trained-network.ts';

/** One step of a network from its inputs to its outputs, whatever the file calls it. */
export type Step =
  | DenseStep
  | NormalisationStep
  /** As `activationName` writes it. */
  | { readonly kind: 'activation'; readonly activation: string }
  /** Something that changes nothing, such as Identity; worth a word only behind the last layer. */
  | { readonly kind: 'pass'; readonly name: string }
  /** Something that is not drawn and is named, such as an ArgMax or a scaler of inputs. */
  | { readonly kind: 'left-out'; readonly name: string };

/** A dense layer, as a DenseLayer has it. */
export interface DenseStep {
  readonly kind: 'dense';
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Numbers;
  readonly bias?: Numbers | undefined;
  readonly activation?: string | undefined;
}

/** Each value times `scale` plus `shift`: a batch normalisation as it is after training. */
export interface NormalisationStep {
  readonly kind: 'normalisation';
  readonly name: string;
  readonly scale: Numbers;
  readonly shift: Numbers;
}
