export { openObjections } from './objection-views.ts'
export { endNotice, type NoticeRow, standingNotices } from './store.ts'
