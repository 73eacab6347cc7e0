/** The one password of every account of the demo; a production database never holds it. */
export const demoPassword = 'Yuanqitong-2026'
