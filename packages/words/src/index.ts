export { savedWarningText } from './saved-warning-text.ts';
