export { endNotice, type NoticeRow, standingNotices } from './store.ts'
