export { type DisplayMove, lockDisplays, moveDisplays, movedDisplays } from './moved-displays.ts'
export { noticePaper } from './notice-paper.ts'
export { openObjections } from './objection-views.ts'
export {
  type EndedNotice,
  endedNotices,
  endNotice,
  insertNotice,
  isAmong,
  type NoticeRow,
  objectionsOpenOn,
  standingNotices,
  type WhichTranches,
} from './store.ts'
export { announced } from './views.ts'
