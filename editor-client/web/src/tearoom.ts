/** The page that the editor begins with. */
export const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>The tea room ☕</title>
</head>
<body>
  <!-- nav with Home, Teas, Events and Contact -->
  <main>
    <h1>The tea room 🍵</h1>
    <!-- table with columns Tea and Price and rows Sencha, 4.20; Assam, 3.80 -->
    <h2>Reserve a table</h2>
    <!-- form with name, email, date and a button Reserve -->
  </main>
</body>
</html>
`;
