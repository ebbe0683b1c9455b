"""Pure geometry of every chart: values in, shapes out; painters only draw them."""
