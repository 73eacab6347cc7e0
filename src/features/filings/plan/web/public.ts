// What the screens of a major matter draw a change of the plan with.
export { placed, placeOf } from './gap-places.ts'
export { PlanSectionEditor } from './PlanSectionEditor.tsx'
export { planKindScreens } from './plan-screens.ts'
export { factsOf } from './plan-view.ts'
