export { type DisplayMove, lockDisplays, moveDisplays, movedDisplays } from './moved-displays.ts'
export { openObjections } from './objection-views.ts'
export { endNotice, insertNotice, type NoticeRow, standingNotices } from './store.ts'
export { announced } from './views.ts'
