import { answerCalls } from './call.ts';
import { HANDLERS } from './handlers.ts';

answerCalls(HANDLERS);
