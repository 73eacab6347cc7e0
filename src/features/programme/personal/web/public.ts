export { PersonalText } from './PersonalText.tsx'
