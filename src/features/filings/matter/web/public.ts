export { matterKindScreens } from './matter-screens.tsx'
