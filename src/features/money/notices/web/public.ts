export { Basis, NoticePeriod, NoticeStateTag } from './NoticeFacts.tsx'
export { PublicFrame } from './PublicFrame.tsx'
export { TakeDownDialog } from './TakeDownDialog.tsx'
