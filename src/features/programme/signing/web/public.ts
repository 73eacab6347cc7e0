export { PreparedNote, UnsignedActs, useHands, useTwoPersons } from './PreparedNote.tsx'
export { SignButtons } from './SignButtons.tsx'
