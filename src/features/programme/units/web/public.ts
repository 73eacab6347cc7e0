export { UnitSelect } from './UnitSelect.tsx'
