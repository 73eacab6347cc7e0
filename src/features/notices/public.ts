export { endNotice, type NoticeRow, standingNotices } from './store.ts'
export { openObjections } from './objection-views.ts'
