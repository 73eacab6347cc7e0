export { PreparedNote, UnsignedActs, useTwoPersons } from './PreparedNote.tsx'
export { SignButtons } from './SignButtons.tsx'
