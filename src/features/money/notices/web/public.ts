export { TakeDownDialog } from './TakeDownDialog.tsx'
