export { openObjections } from './objection-views.ts'
export { endNotice, insertNotice, type NoticeRow, standingNotices } from './store.ts'
export { announced } from './views.ts'
