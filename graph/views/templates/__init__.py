"""The templates, styles and scripts of the views: a page is NAME.html, with NAME.css and NAME.js where it has them."""
