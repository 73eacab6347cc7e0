export { formKindScreens } from './form-screens.ts'
