export { PreparedNote, UnsignedActs, useActName, useHands, useTwoPersons } from './PreparedNote.tsx'
export { SignButtons } from './SignButtons.tsx'
