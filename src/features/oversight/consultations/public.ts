export { minutesPaper } from './minutes-paper.ts'
export { openDecisions } from './views.ts'
