export const words = {
  title: { zh: '报送事项', en: 'Filings' },
  row: { zh: (no: number) => `第 ${no} 行`, en: (no: number) => `Row ${no}` },
  order: { zh: '各行顺序', en: 'Order of the rows' },
}
